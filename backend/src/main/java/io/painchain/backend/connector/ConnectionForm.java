package io.painchain.backend.connector;

import java.math.BigDecimal;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/** The form that configures an integration of a type, derived from the type's two schemas. */
public record ConnectionForm(List<FormField> fields) {

    /**
     * One field of the form.
     *
     * @param key the integration's {@code name}, else a field of its {@code config}
     * @param type {@code text}, {@code password}, {@code number} or {@code checkbox}; a list is a text separated by commas
     * @param defaultValue what the field holds at first
     */
    @Schema(requiredProperties = { "key", "label", "type", "required" })
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record FormField(String key, String label, String type, String placeholder, boolean required,
            @JsonProperty("default") Object defaultValue, BigDecimal min, BigDecimal max,
            String help) {
    }
}
