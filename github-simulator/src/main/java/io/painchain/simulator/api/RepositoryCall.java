package io.painchain.simulator.api;

import java.util.List;
import java.util.Map;

import io.painchain.simulator.http.Query;
import io.painchain.simulator.render.Links;
import io.painchain.simulator.world.Repository;

/** A request for something in a repository that the asker may see. */
record RepositoryCall(Repository repository, Links links, String base, Map<String, String> parameters, String subPath,
        Query query) {

    String parameter(String name) {
        return parameters.get(name);
    }

    long id(String name) throws ApiException {
        try {
            return Long.parseLong(parameters.get(name));
        } catch (NumberFormatException e) {
            throw ApiException.notFound();
        }
    }

    int number(String name) throws ApiException {
        long id = id(name);
        if (id > Integer.MAX_VALUE) {
            throw ApiException.notFound();
        }
        return (int) id;
    }

    /** Where the pages of this list are; GitHub names them by the repository's id, which outlives its name. */
    String listAddress() {
        return base + "/repositories/" + repository.id() + subPath;
    }

    <T> Page<T> page(List<T> all) {
        return Page.of(all, query, listAddress());
    }
}
