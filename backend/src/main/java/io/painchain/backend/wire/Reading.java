package io.painchain.backend.wire;

import java.util.List;

import io.painchain.backend.problem.ProblemType;
import io.painchain.model.validation.FieldError;

/**
 * What reading a record from JSON came to.
 *
 * @param value the record; with wrong fields absent where there are errors, {@code null} where the JSON is no object
 * @param errors everything wrong, by pointer
 */
public record Reading<R>(R value, List<FieldError> errors) {

    public boolean isValid() {
        return errors.isEmpty();
    }

    /** The record, or a 400 that names every wrong field. */
    public R orThrow() {
        if (!isValid()) {
            throw ProblemType.invalid(errors);
        }
        return value;
    }
}
