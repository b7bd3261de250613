package io.painchain.simulator.connect;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import io.painchain.simulator.api.auth.TokenGrant;
import io.painchain.simulator.api.auth.Tokens;

/** Codes, device codes and what they were exchanged for. */
final class Grants {

    static final int INTERVAL = 5;
    private static final Duration CODE_LIFE = Duration.ofMinutes(10);
    private static final Duration DEVICE_LIFE = Duration.ofSeconds(900);
    private static final Duration USER_TOKEN_LIFE = Duration.ofHours(8);

    private final Clock clock;
    private final Tokens tokens;
    private final AtomicLong issued = new AtomicLong();
    private final Map<String, Code> codes = new ConcurrentHashMap<>();
    private final Map<String, Device> devices = new ConcurrentHashMap<>();
    private final Map<String, Issued> access = new ConcurrentHashMap<>();
    private final Map<String, Issued> refresh = new ConcurrentHashMap<>();

    Grants(Clock clock, Tokens tokens) {
        this.clock = clock;
        this.tokens = tokens;
    }

    record Code(Client client, String login, String redirect, String challenge, String scope, Instant expiresAt) {
    }

    /** {@code login} is null until somebody entered the code; {@code denied} where it was refused. */
    record Device(String code, String userCode, Client client, String scope, Instant expiresAt, Instant askedAt, int interval,
            String login, boolean denied) {

        Device asked(Instant now, int seconds) {
            return new Device(code, userCode, client, scope, expiresAt, now, seconds, login, denied);
        }

        Device decided(String by, boolean refused) {
            return new Device(code, userCode, client, scope, expiresAt, askedAt, interval, by, refused);
        }
    }

    /** {@code refreshToken} is null where the token does not end. */
    record Issued(String token, String refreshToken, Client client, String login, String scope) {
    }

    String code(Client client, String login, String redirect, String challenge, String scope) {
        String code = "code%016d".formatted(issued.incrementAndGet());
        codes.put(code, new Code(client, login, redirect, challenge, scope, clock.instant().plus(CODE_LIFE)));
        return code;
    }

    /** Good once, for who asked for it, within ten minutes, to who knows the verifier. */
    Optional<Issued> exchange(Client client, String text, String redirect, String verifier) {
        Code code = codes.remove(text);
        boolean good = code != null && code.client().equals(client) && clock.instant().isBefore(code.expiresAt())
                && (code.redirect().isEmpty() || redirect.isEmpty() || code.redirect().equals(redirect))
                && (code.challenge().isEmpty() ? verifier.isEmpty() : code.challenge().equals(challenge(verifier)));
        return good ? Optional.of(issue(client, code.login(), code.scope())) : Optional.empty();
    }

    Device device(Client client, String scope) {
        long number = issued.incrementAndGet();
        Device device = new Device("device%030d".formatted(number), "WDJB-%04d".formatted(number), client, scope,
                clock.instant().plus(DEVICE_LIFE), null, INTERVAL, null, false);
        devices.put(device.code(), device);
        return device;
    }

    boolean decide(String userCode, String login, boolean denied) {
        Optional<Device> found = devices.values().stream().filter(one -> one.userCode().equalsIgnoreCase(userCode.strip()))
                .findFirst();
        found.ifPresent(device -> devices.put(device.code(), device.decided(login, denied)));
        return found.isPresent();
    }

    /** An error's name, or what was issued. */
    synchronized Object ofDevice(Client client, String code) {
        Device device = devices.get(code);
        Instant now = clock.instant();
        if (device == null || !device.client().equals(client)) {
            return "incorrect_device_code";
        }
        if (!now.isBefore(device.expiresAt())) {
            return "expired_token";
        }
        if (device.denied()) {
            return "access_denied";
        }
        boolean early = device.askedAt() != null && now.isBefore(device.askedAt().plusSeconds(device.interval()));
        devices.put(code, device.asked(now, device.interval() + (early ? INTERVAL : 0)));
        if (early) {
            return "slow_down";
        }
        if (device.login() == null) {
            return "authorization_pending";
        }
        devices.remove(code);
        return issue(client, device.login(), device.scope());
    }

    int interval(String code) {
        return devices.get(code).interval();
    }

    /** Using it ends the old access token too. */
    Optional<Issued> refresh(Client client, String token) {
        Issued before = refresh.remove(token);
        if (before == null || !before.client().equals(client)) {
            return Optional.empty();
        }
        end(before);
        return Optional.of(issue(client, before.login(), before.scope()));
    }

    Optional<Issued> find(String token) {
        return Optional.ofNullable(access.get(token)).filter(one -> tokens.all().stream()
                .anyMatch(grant -> grant.token().equals(one.token())));
    }

    /** All of a user's for the client, or the one. */
    boolean revoke(Client client, String token, boolean all) {
        Issued one = access.get(token);
        if (one == null || !one.client().equals(client)) {
            return false;
        }
        List.copyOf(access.values()).stream()
                .filter(other -> other == one || all && other.client().equals(client) && other.login().equals(one.login()))
                .forEach(this::end);
        return true;
    }

    private void end(Issued one) {
        tokens.revoke(one.token());
        access.remove(one.token());
        if (one.refreshToken() != null) {
            refresh.remove(one.refreshToken());
        }
    }

    private Issued issue(Client client, String login, String scope) {
        String number = "%030d".formatted(issued.incrementAndGet());
        boolean ends = client.app() != 0;
        Issued one = new Issued((ends ? "ghu_sim" : "gho_sim") + number, ends ? "ghr_sim" + number : null, client, login,
                scope);
        TokenGrant grant = TokenGrant.classic(one.token(), login);
        tokens.add(ends ? grant.expiresAt(clock.instant().plus(USER_TOKEN_LIFE)) : grant);
        access.put(one.token(), one);
        if (ends) {
            refresh.put(one.refreshToken(), one);
        }
        return one;
    }

    static long lifeInSeconds() {
        return USER_TOKEN_LIFE.toSeconds();
    }

    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(
                    MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
