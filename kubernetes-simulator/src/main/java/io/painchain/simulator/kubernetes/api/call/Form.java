package io.painchain.simulator.kubernetes.api.call;

import java.util.List;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.kubernetes.store.ResourceType;

/** In which form objects are answered: whole, or their metadata alone. */
public enum Form {
    WHOLE,
    METADATA;

    private static final String META = "meta.k8s.io/v1";

    /** By the header {@code Accept}. */
    public static Form of(String accept) {
        return accept.contains("as=PartialObjectMetadata") ? METADATA : WHOLE;
    }

    public ObjectNode object(ObjectNode object) {
        if (this == WHOLE) {
            return object;
        }
        ObjectNode part = JsonNodeFactory.instance.objectNode().put("kind", "PartialObjectMetadata").put("apiVersion", META);
        part.set("metadata", object.get("metadata"));
        return part;
    }

    /** An object within a list; there the server leaves out kind and version of its own types. */
    public ObjectNode item(ResourceType type, ObjectNode object) {
        if (this == METADATA || type.custom()) {
            return object(object);
        }
        ObjectNode item = JsonNodeFactory.instance.objectNode();
        item.setAll(object);
        return item.without(List.of("kind", "apiVersion"));
    }

    /** A list without items. */
    public ObjectNode list(ResourceType type) {
        ObjectNode list = JsonNodeFactory.instance.objectNode();
        list.put("kind", this == METADATA ? "PartialObjectMetadataList" : type.kind() + "List");
        return list.put("apiVersion", this == METADATA ? META : type.apiVersion());
    }

    /** What a bookmark carries instead of an object. */
    public ObjectNode bookmark(ResourceType type, long revision) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("kind", this == METADATA ? "PartialObjectMetadata" : type.kind());
        object.put("apiVersion", this == METADATA ? META : type.apiVersion());
        object.putObject("metadata").put("resourceVersion", String.valueOf(revision)).putNull("creationTimestamp");
        return object;
    }

    public static ObjectNode event(String type, ObjectNode object) {
        ObjectNode event = JsonNodeFactory.instance.objectNode().put("type", type);
        event.set("object", object);
        return event;
    }
}
