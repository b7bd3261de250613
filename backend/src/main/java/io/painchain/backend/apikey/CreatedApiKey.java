package io.painchain.backend.apikey;

/** @param key shown this once, and stored nowhere */
public record CreatedApiKey(String key, ApiKeyView stored) {
}
