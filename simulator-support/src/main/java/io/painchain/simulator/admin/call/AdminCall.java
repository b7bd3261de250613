package io.painchain.simulator.admin.call;

import java.util.List;

import io.painchain.simulator.http.Query;

/** A request to the admin API: the segments of its path that a route left open, its query and body. */
public record AdminCall(List<String> parameters, Query query, Body body) {

    public String parameter(int index) {
        return parameters.get(index);
    }

    public long id(int index) throws AdminException {
        try {
            return Long.parseLong(parameters.get(index));
        } catch (NumberFormatException e) {
            throw new AdminException(404, "Not a number: " + parameters.get(index));
        }
    }

    public int number(int index) throws AdminException {
        return (int) id(index);
    }

    /** The name of the repository in the first two open segments. */
    public String repository() {
        return parameters.get(0) + "/" + parameters.get(1);
    }
}
