package io.painchain.backend.wire;

import java.util.List;

import io.painchain.backend.problem.ProblemType;
import io.painchain.model.validation.FieldError;

/**
 * @param value without wrong fields; {@code null} where the JSON is no object
 * @param errors by pointer
 */
public record Reading<R>(R value, List<FieldError> errors) {

    public boolean isValid() {
        return errors.isEmpty();
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem naming every wrong field */
    public R orThrow() {
        if (!isValid()) {
            throw ProblemType.invalid(errors);
        }
        return value;
    }
}
