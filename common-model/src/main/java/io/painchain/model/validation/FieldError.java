package io.painchain.model.validation;

/**
 * One thing wrong with a request.
 *
 * @param pointer JSON Pointer (RFC 6901) into the body, or the name of a query parameter or header
 * @param detail what is wrong and what would be right
 */
public record FieldError(String pointer, String detail) {
}
