package io.painchain.connector.detail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;

import io.painchain.connector.http.TransportException;
import io.painchain.connector.http.TransportException.Reason;
import io.painchain.connector.provider.ProviderException;
import io.painchain.connector.provider.ProviderException.Kind;

class OpenDetailsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final URI URL = URI.create("http://server.example/");

    private final Details details = new Details(OpenDetails.NONE);

    @Test
    void notesWhatFails() {
        // When
        details.of("runs", "901").read("jobs", failing(Kind.UNAVAILABLE));

        // Then
        OpenDetails open = OpenDetails.NONE.after(details, NOW);
        assertThat(open.due(NOW)).isEmpty();
        assertThat(open.due(NOW.plus(Duration.ofMinutes(1)))).extracting(OpenRecord::record).containsExactly("901");
    }

    @Test
    void doesNotNoteWhatIsWithheld() {
        // When
        details.of("runs", "901").read("jobs", failing(Kind.FORBIDDEN));

        // Then
        assertThat(OpenDetails.NONE.after(details, NOW)).isEqualTo(OpenDetails.NONE);
    }

    @Test
    void passesOnWhatConcernsAll() {
        assertThatThrownBy(() -> details.of("runs", "901").read("jobs", failing(Kind.RATE_LIMITED)))
                .isInstanceOf(ProviderException.class);
        assertThatThrownBy(() -> details.of("runs", "901").read("jobs", broken(Reason.CONNECT)))
                .isInstanceOf(ProviderException.class);
    }

    @Test
    void asksForNothingMoreAfterTwoAnswersThatCameTooLate() {
        // Given
        details.of("runs", "901").read("jobs", broken(Reason.TIMEOUT));
        details.of("runs", "902").read("jobs", broken(Reason.TIMEOUT));

        // When
        boolean read = details.of("runs", "903").read("jobs", () -> "fine").isPresent();

        // Then
        assertThat(read).isFalse();
        assertThat(OpenDetails.NONE.after(details, NOW).open()).extracting(OpenDetail::record).containsExactly("901", "902",
                "903");
    }

    @Test
    void forgetsWhatWasReadAtLast() {
        // Given
        details.of("runs", "901").read("jobs", failing(Kind.UNAVAILABLE));
        OpenDetails open = OpenDetails.NONE.after(details, NOW);
        Details again = new Details(open);

        // When
        again.of("runs", "901").read("jobs", () -> "fine");

        // Then
        assertThat(open.retried(new OpenRecord("runs", "901", null), again, null, NOW)).isEqualTo(OpenDetails.NONE);
    }

    @Test
    void asksAtGrowingDistancesAndGivesUp() {
        // Given
        details.of("runs", "901").read("jobs", failing(Kind.UNAVAILABLE));
        OpenDetails open = OpenDetails.NONE.after(details, NOW);

        // When
        Instant at = NOW;
        int tries = 1;
        for (; !open.open().isEmpty(); tries++) {
            at = open.open().get(0).nextAt();
            open = open.retried(open.due(at).get(0), new Details(open), "it answered 502", at);
        }

        // Then
        assertThat(tries).isEqualTo(9);
        assertThat(Duration.between(NOW, at)).isBetween(Duration.ofDays(3), Duration.ofDays(4));
        assertThat(open.givenUpOf(List.of("runs"))).extracting(OpenDetail::record, OpenDetail::why)
                .containsExactly(tuple("901", "it answered 502"));
    }

    @Test
    void givesUpTheOldestWhereThereAreTooMany() {
        // When
        for (int run = 0; run < 110; run++) {
            details.of("runs", String.valueOf(run)).read("jobs", failing(Kind.UNAVAILABLE));
        }

        // Then
        OpenDetails open = OpenDetails.NONE.after(details, NOW);
        assertThat(open.open()).hasSize(100).first().extracting(OpenDetail::record).isEqualTo("10");
        assertThat(open.givenUp()).hasSize(10);
    }

    private static Supplier<String> failing(Kind kind) {
        return () -> {
            throw new ProviderException(kind, "it answered 502");
        };
    }

    private static Supplier<String> broken(Reason reason) {
        return () -> {
            throw new ProviderException(Kind.UNAVAILABLE, "nothing came", null, new TransportException(reason, URL, null));
        };
    }
}
