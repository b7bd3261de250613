package io.painchain.backend.wire;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.Validator;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.model.validation.FieldError;

/** Names every wrong type and constraint by its JSON Pointer instead of stopping at the first; coerces nothing. */
@Singleton
public class WireReader {

    private final Validator validator;

    WireReader(Validator validator) {
        this.validator = validator;
    }

    public <R extends Record> Reading<R> read(JsonNode json, Class<R> type) {
        var errors = new ArrayList<FieldError>();
        var value = type.cast(new NodeReader(errors).record(json, type, ""));
        if (value != null) {
            addViolations(value, errors);
        }
        errors.sort(Comparator.comparing(FieldError::pointer));
        return new Reading<>(value, List.copyOf(errors));
    }

    private void addViolations(Record value, List<FieldError> errors) {
        var unreadable = new HashSet<String>();
        errors.forEach(error -> unreadable.add(error.pointer()));
        for (ConstraintViolation<Record> violation : validator.validate(value)) {
            var pointer = pointer(violation.getPropertyPath());
            if (!unreadable.contains(pointer)) {
                errors.add(new FieldError(pointer, violation.getMessage()));
            }
        }
    }

    static String pointer(Path path) {
        var pointer = new StringBuilder();
        for (Path.Node node : path) {
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            } else if (node.getKey() != null) {
                pointer.append('/').append(escape(node.getKey().toString()));
            }
            if (node.getKind() == ElementKind.PROPERTY) {
                pointer.append('/').append(node.getName());
            }
        }
        return pointer.toString();
    }

    public static String escape(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }
}
