package io.painchain.simulator.gitlab.world.base;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

import io.painchain.simulator.world.change.By;

/** The clock, the users and the numbers of a world. */
public final class Basis {

    private final Clock clock;
    private final long seed;
    private final Map<String, User> users = new ConcurrentSkipListMap<>();
    private final Map<Numbered, Long> numbers = new LinkedHashMap<>();
    private long digests;

    public Basis(Clock clock, long seed) {
        this.clock = clock;
        this.seed = seed;
    }

    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** When it happens: GitLab keeps milliseconds. */
    public Instant at(By by) {
        return by.at() == null ? now() : by.at().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Who does it; made when first named. */
    public User user(By by) {
        return user(by.login());
    }

    public User user(String username) {
        return users.computeIfAbsent(username, name -> new User(next(Numbered.USER), name));
    }

    /** Everybody who was ever named and is not deleted. */
    public List<User> users() {
        return users.values().stream().filter(user -> user.shown() == user).toList();
    }

    public void delete(String username) {
        user(username).delete();
    }

    public long next(Numbered kind) {
        return numbers.merge(kind, kind.first(), (last, first) -> last + 1);
    }

    /** The name of a new commit. */
    public String nextSha() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1")
                    .digest((seed + ":" + ++digests).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-1", e);
        }
    }
}
