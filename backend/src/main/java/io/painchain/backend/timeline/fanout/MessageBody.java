package io.painchain.backend.timeline.fanout;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Arrays;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.backend.event.store.EventView;

/** An event as a CloudEvent of at most 20 KB. */
@Singleton
class MessageBody {

    private static final int LONGEST = 20_000;
    private static final int LONGEST_DESCRIPTION = 2_000;

    private final ObjectMapper mapper;

    MessageBody(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    String of(EventView event) {
        var body = mapper.createObjectNode();
        body.put("specversion", "1.0").put("id", event.id() + "_" + event.revision());
        body.put("source", "/" + event.connector() + "/" + path(event.project()));
        body.put("type", event.revision() == 1 ? "io.painchain.event.created" : "io.painchain.event.updated");
        if (event.entity() != null) {
            body.put("subject", event.entity());
        }
        body.put("time", event.timestamp().toString()).put("datacontenttype", "application/json");
        ObjectNode data = mapper.valueToTree(event);
        body.set("data", data);
        if (isTooLong(body)) {
            data.remove("data");
            data.put("truncated", true);
        }
        if (isTooLong(body) && event.description() != null) {
            data.put("description",
                    event.description().substring(0, Math.min(LONGEST_DESCRIPTION, event.description().length())));
        }
        if (isTooLong(body)) {
            data.remove("correlationKeys");
        }
        return body.toString();
    }

    private static boolean isTooLong(ObjectNode body) {
        return body.toString().getBytes(UTF_8).length > LONGEST;
    }

    private static String path(String project) {
        return Arrays.stream(project.split("/")).map(part -> URLEncoder.encode(part, UTF_8).replace("+", "%20"))
                .collect(Collectors.joining("/"));
    }
}
