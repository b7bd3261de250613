package io.painchain.model.task;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The input of a {@link TaskKind#people}.
 *
 * @param authors names on events of which nothing is known; those that are accounts are to be told of, too
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PeopleInput(List<String> authors) {

    public PeopleInput {
        authors = authors == null ? List.of() : List.copyOf(authors);
    }
}
