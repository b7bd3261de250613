package io.painchain.backend.user.member;

import jakarta.validation.constraints.Pattern;

/**
 * The body of {@code PATCH /api/members/{id}}; what is absent stays.
 *
 * @param suspended whether they are kept out, together with the keys that they made
 */
public record MemberRequest(
        @Pattern(regexp = "owner|admin|member|viewer", message = "must be owner, admin, member or viewer") String role,
        Boolean suspended) {
}
