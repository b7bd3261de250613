package io.painchain.model.connector;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.jetbrains.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.painchain.model.validation.CleanText;

/**
 * How a provider's webhooks come in: what proves a delivery, what names it, and whose it is. JSON Pointers lead into the
 * payload
 * or an integration's {@code config}.
 *
 * @param secrets where an integration's secrets are in its {@code config}: the present one, then the one before it; each of
 *        them proves a delivery
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Intake(
        @NotNull @Valid Verify verify,
        @NotNull @Valid Names names,
        @NotNull @Valid Target target,
        @NotEmpty @Size(max = 4) List<@NotNull @Size(max = 200) @CleanText String> secrets) {

    /** What the sender proves that it knows the secret by. */
    public enum Scheme {
        /** A header has the signature of the body, and of whatever {@code signed} names beside it. */
        hmac,
        /** A header has the secret itself. */
        token,
        /** {@code Authorization: Basic}, the secret as password. */
        basic,
        /** {@code Authorization: Bearer}, the secret as token. */
        bearer
    }

    /** How a signature, or a key, is written. */
    public enum Encoding {
        hex,
        base64
    }

    /**
     * @param header where the signature or the token stands; absent: {@code Authorization}
     * @param hmac required for {@link Scheme#hmac}, meaningless otherwise
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Verify(
            @NotNull Scheme scheme,
            @Nullable @Size(max = 100) @CleanText String header,
            @Nullable @Valid Hmac hmac) {
    }

    /**
     * @param algorithm {@code SHA1}, {@code SHA256} or {@code SHA512}
     * @param prefix before the signature, e.g. {@code sha256=}; what does not begin with it is no signature
     * @param separator between several signatures of one header, of which one has to be right; absent: one signature
     * @param signed what is signed: <code>{body}</code>, and headers by name in braces, e.g. <code>{webhook-id}.{body}</code>;
     *        absent: the body as it came
     * @param keyPrefix before a secret that is the key in base64, e.g. {@code whsec_}; a secret without it is the key itself
     * @param tolerance of a signed time
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Hmac(
            @NotNull @Pattern(regexp = "SHA1|SHA256|SHA512", message = "must be SHA1, SHA256 or SHA512") String algorithm,
            @NotNull Encoding encoding,
            @Nullable @Size(max = 50) @CleanText String prefix,
            @Nullable @Size(min = 1, max = 5) @CleanText String separator,
            @Nullable @Size(max = 200) @CleanText String signed,
            @Nullable @Size(max = 50) @CleanText String keyPrefix,
            @Nullable @Valid Tolerance tolerance) {
    }

    /**
     * @param header has the time of sending, in Unix seconds; it should be among what is signed
     * @param seconds how far it may be from now
     */
    public record Tolerance(@NotNull @Size(max = 100) @CleanText String header, @Min(1) @Max(86_400) int seconds) {
    }

    /**
     * What a delivery is called by its sender. Of several the first that is there counts.
     *
     * @param delivery headers with the key that stays the same when a delivery is repeated; without one the body's digest is it
     * @param event headers with the event's name
     * @param eventPointers where it stands in the payload, for senders without such a header
     * @param hook headers with the id of the hook that sends
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Names(
            @NotNull @Size(max = 10) List<@NotNull @Size(max = 100) @CleanText String> delivery,
            @Nullable @Size(max = 10) List<@NotNull @Size(max = 100) @CleanText String> event,
            @Nullable @Size(max = 10) List<@NotNull @Size(max = 200) @CleanText String> eventPointers,
            @Nullable @Size(max = 10) List<@NotNull @Size(max = 100) @CleanText String> hook) {
    }

    /**
     * Which integrations a delivery may be of, where its address names none; the secret decides among them.
     *
     * @param repository where the payload names the repository as {@code config} does, e.g. {@code /repository/full_name}
     * @param repositoryId where it has the repository's id
     * @param matches what is equal for deliveries and their integration
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Target(
            @Nullable @Size(max = 10) List<@NotNull @Size(max = 200) @CleanText String> repository,
            @Nullable @Size(max = 10) List<@NotNull @Size(max = 200) @CleanText String> repositoryId,
            @Nullable @Size(max = 10) List<@NotNull @Valid Match> matches) {
    }

    /**
     * @param header of the delivery, or {@code null} where it is in the payload
     * @param payload pointer into the payload, where no header has it
     * @param config pointer into the configuration
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Match(
            @Nullable @Size(max = 100) @CleanText String header,
            @Nullable @Size(max = 200) @CleanText String payload,
            @NotNull @Size(max = 200) @CleanText String config) {
    }
}
