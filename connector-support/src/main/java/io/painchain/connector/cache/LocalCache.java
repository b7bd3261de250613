package io.painchain.connector.cache;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;

public final class LocalCache implements AnswerCache {

    private static final long CHARACTERS = 16L * 1024 * 1024;

    private record Kept(String answer, Duration time) {
    }

    private final Cache<String, Kept> answers;

    public LocalCache() {
        this(Ticker.systemTicker());
    }

    public LocalCache(Ticker ticker) {
        answers = Caffeine.newBuilder().ticker(ticker).maximumWeight(CHARACTERS)
                .weigher((String key, Kept kept) -> key.length() + kept.answer().length())
                .expireAfter(Expiry.creating((String key, Kept kept) -> kept.time())).build();
    }

    @Override
    public Optional<String> find(String key) {
        return Optional.ofNullable(answers.getIfPresent(key)).map(Kept::answer);
    }

    @Override
    public void keep(String key, String answer, Duration time) {
        // Invalidated first, because a replaced entry keeps the old expiry.
        answers.invalidate(key);
        answers.put(key, new Kept(answer, time));
    }

    @Override
    public int forget(String prefix, String pattern) {
        Pattern rest = Pattern
                .compile(Arrays.stream(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
        List<String> gone = answers.asMap().keySet().stream()
                .filter(key -> key.startsWith(prefix) && rest.matcher(key.substring(prefix.length())).matches()).toList();
        answers.invalidateAll(gone);
        return gone.size();
    }
}
