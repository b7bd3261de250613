package io.painchain.github.api.record.hook;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** A webhook as its list shows it. */
public record RegisteredHook(Long id, Boolean active, List<String> events, Config config) {

    public RegisteredHook {
        requireNonNull(id, "id");
        events = events == null ? List.of() : List.copyOf(events);
    }

    public record Config(String url) {
    }

    public boolean sendsTo(String url) {
        return config != null && url.equals(config.url());
    }
}
