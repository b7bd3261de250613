package io.painchain.backend.paging;

import java.util.List;
import java.util.Optional;

import io.painchain.model.validation.FieldError;

public final class PageQuery {

    public static final int MOST = 500;
    public static final int USUAL = 50;

    private PageQuery() {
    }

    public static int limit(String text, List<FieldError> errors) {
        return number("limit", text, 1, MOST, USUAL, errors);
    }

    public static int number(String name, String text, int least, int most, int usual, List<FieldError> errors) {
        if (text == null) {
            return usual;
        }
        return parse(text).filter(value -> value >= least && value <= most).orElseGet(() -> {
            errors.add(new FieldError(name, "must be a whole number from %d to %d".formatted(least, most)));
            return usual;
        });
    }

    private static Optional<Integer> parse(String text) {
        try {
            return Optional.of(Integer.valueOf(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
