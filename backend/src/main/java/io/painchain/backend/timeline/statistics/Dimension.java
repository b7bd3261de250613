package io.painchain.backend.timeline.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import io.painchain.model.validation.FieldError;

enum Dimension {
    connector,
    type,
    status,
    project;

    static Dimension parse(String text, List<FieldError> errors) {
        if (text == null || text.isEmpty()) {
            return connector;
        }
        return Arrays.stream(values()).filter(value -> value.name().equals(text)).findFirst().orElseGet(() -> {
            errors.add(new FieldError("by", "must be one of "
                    + Arrays.stream(values()).map(Dimension::name).collect(Collectors.joining(", "))));
            return connector;
        });
    }
}
