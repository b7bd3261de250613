package io.painchain.simulator.api.repository;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.painchain.simulator.api.call.ApiException;
import io.painchain.simulator.api.call.Inquiry;
import io.painchain.simulator.api.call.Page;
import io.painchain.simulator.http.Query;
import io.painchain.simulator.render.Links;
import io.painchain.simulator.world.repository.Repository;

/** A request for something in a repository that the asker may see. */
public record RepositoryCall(Repository repository, Links links, Inquiry inquiry, Map<String, String> parameters,
        String subPath) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public Query query() {
        return inquiry.query();
    }

    public String origin() {
        return inquiry.origin();
    }

    public JsonNode body() throws ApiException {
        try {
            String text = inquiry.request().text();
            return text.isBlank() ? JSON.createObjectNode() : JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new ApiException(400, "Problems parsing JSON");
        }
    }

    public String parameter(String name) {
        return parameters.get(name);
    }

    public long id(String name) throws ApiException {
        try {
            return Long.parseLong(parameters.get(name));
        } catch (NumberFormatException e) {
            throw ApiException.notFound();
        }
    }

    public int number(String name) throws ApiException {
        long id = id(name);
        if (id > Integer.MAX_VALUE) {
            throw ApiException.notFound();
        }
        return (int) id;
    }

    /** Where the pages of this list are; GitHub names them by the repository's id, which outlives its name. */
    public String listAddress() {
        return inquiry.base() + "/repositories/" + repository.id() + subPath;
    }

    public <T> Page<T> page(List<T> all) {
        return Page.of(all, query(), listAddress());
    }
}
