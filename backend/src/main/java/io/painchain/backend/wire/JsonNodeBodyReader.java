package io.painchain.backend.wire;

import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;

import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyReader;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

import com.fasterxml.jackson.databind.JsonNode;

/** For bodies whose shape is known later, such as merge patches. */
@Provider
@Consumes({ MediaType.APPLICATION_JSON, "application/merge-patch+json", "application/cloudevents+json",
        "application/cloudevents-batch+json" })
public class JsonNodeBodyReader implements ServerMessageBodyReader<JsonNode> {

    private final JsonBody body;
    private final BodyLimits limits;

    JsonNodeBodyReader(JsonBody body, BodyLimits limits) {
        this.body = body;
        this.limits = limits;
    }

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return JsonNode.class.isAssignableFrom(type);
    }

    @Override
    public boolean isReadable(Class<?> type, Type genericType, ResteasyReactiveResourceInfo method, MediaType mediaType) {
        return JsonNode.class.isAssignableFrom(type);
    }

    @Override
    public JsonNode readFrom(Class<JsonNode> type, Type genericType, Annotation[] annotations, MediaType mediaType,
            MultivaluedMap<String, String> headers, InputStream stream) throws IOException {
        return body.parse(new LimitedBody(stream, BodyLimits.of(annotations)));
    }

    @Override
    public JsonNode readFrom(Class<JsonNode> type, Type genericType, MediaType mediaType, ServerRequestContext context)
            throws IOException {
        return body.parse(new LimitedBody(context.getInputStream(), limits.of(context.getResteasyReactiveResourceInfo())));
    }
}
