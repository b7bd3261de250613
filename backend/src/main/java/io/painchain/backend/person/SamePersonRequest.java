package io.painchain.backend.person;

import jakarta.validation.constraints.NotBlank;

/** @param personId who turns out to be the same; their accounts and authors move, and they are gone */
public record SamePersonRequest(@NotBlank String personId) {
}
