package io.painchain.simulator.api.hook;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.painchain.simulator.api.call.ApiException;
import io.painchain.simulator.api.call.Inquiry;
import io.painchain.simulator.api.call.Page;
import io.painchain.simulator.world.hook.Hooks;

/** A request about webhooks of one place; {@code type} is GitHub's word for the place. */
public record HookCall(String type, Hooks hooks, Inquiry inquiry, Map<String, String> parameters, String listAddress) {

    private static final ObjectMapper JSON = new ObjectMapper();

    JsonNode body() throws ApiException {
        try {
            String text = inquiry.request().text();
            return text.isBlank() ? JSON.createObjectNode() : JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new ApiException(400, "Problems parsing JSON");
        }
    }

    long id(String name) throws ApiException {
        try {
            return Long.parseLong(parameters.get(name));
        } catch (NumberFormatException e) {
            throw ApiException.notFound();
        }
    }

    <T> Page<T> page(List<T> all) {
        return Page.of(all, inquiry.query(), listAddress);
    }
}
