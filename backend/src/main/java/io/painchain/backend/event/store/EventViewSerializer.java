package io.painchain.backend.event.store;

import java.io.IOException;
import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.util.NameTransformer;

import io.painchain.backend.wire.PlainTimestamps;

/** Field by field instead of by reflection: a page is fifty of these. A test compares it with what Jackson would write. */
final class EventViewSerializer extends JsonSerializer<EventView> {

    private final boolean unwrapping;

    /** By Jackson. */
    EventViewSerializer() {
        this(false);
    }

    private EventViewSerializer(boolean unwrapping) {
        this.unwrapping = unwrapping;
    }

    @Override
    public boolean isUnwrappingSerializer() {
        return unwrapping;
    }

    @Override
    public JsonSerializer<EventView> unwrappingSerializer(NameTransformer unwrapper) {
        return new EventViewSerializer(true);
    }

    @Override
    public void serialize(EventView event, JsonGenerator json, SerializerProvider provider) throws IOException {
        if (unwrapping) {
            writeFields(event, json, provider);
            return;
        }
        json.writeStartObject(event);
        writeFields(event, json, provider);
        json.writeEndObject();
    }

    private static void writeFields(EventView event, JsonGenerator json, SerializerProvider provider) throws IOException {
        var timestamp = new char[PlainTimestamps.MOST_CHARACTERS];
        json.writeStringField("id", event.id());
        json.writeStringField("tenantId", event.tenantId());
        json.writeStringField("integrationId", event.integrationId());
        json.writeStringField("integrationName", event.integrationName());
        json.writeStringField("title", event.title());
        json.writeStringField("connector", event.connector());
        json.writeStringField("project", event.project());
        json.writeStringField("type", event.type());
        write("timestamp", event.timestamp(), json, timestamp);
        write("endTimestamp", event.endTimestamp(), json, timestamp);
        write("asOf", event.asOf(), json, timestamp);
        json.writeStringField("externalId", event.externalId());
        json.writeStringField("description", event.description());
        json.writeStringField("author", event.author());
        json.writeStringField("url", event.url());
        json.writeStringField("status", event.status());
        write("tags", event.tags(), json);
        json.writeStringField("entity", event.entity());
        write("correlationKeys", event.correlationKeys(), json);
        provider.defaultSerializeField("data", event.data(), json);
        json.writeNumberField("revision", event.revision());
        write("receivedAt", event.receivedAt(), json, timestamp);
        write("updatedAt", event.updatedAt(), json, timestamp);
    }

    private static void write(String name, Instant instant, JsonGenerator json, char[] timestamp) throws IOException {
        json.writeFieldName(name);
        if (instant == null) {
            json.writeNull();
            return;
        }
        int length = PlainTimestamps.write(instant, timestamp);
        if (length == 0) {
            json.writeString(instant.toString());
        } else {
            json.writeString(timestamp, 0, length);
        }
    }

    private static void write(String name, List<String> values, JsonGenerator json) throws IOException {
        json.writeFieldName(name);
        if (values == null) {
            json.writeNull();
            return;
        }
        json.writeStartArray();
        for (var value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }
}
