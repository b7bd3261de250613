package io.painchain.backend.subscription;

import java.util.List;

/**
 * Where and how something is sent.
 *
 * @param secrets the present one first; while it is being changed also the one before it
 */
public record Endpoint(Target target, String url, List<String> secrets) {

    @Override
    public String toString() {
        return target.name();
    }
}
