package io.painchain.model.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

import jakarta.validation.Validation;
import jakarta.validation.Validator;

import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EventDraftTest {

    private static final Validator VALIDATOR = Validation.byDefaultProvider().configure()
            .messageInterpolator(new ParameterMessageInterpolator()).buildValidatorFactory().getValidator();

    @Test
    void takesEveryFieldAtItsLimit() {
        assertThat(violations(draft("t".repeat(500), "c".repeat(64), "p".repeat(512), "https://" + "u".repeat(2040),
                Collections.nCopies(50, "t".repeat(64)), Collections.nCopies(100, "k".repeat(512))))).isEmpty();
    }

    static Stream<Arguments> drafts() {
        return Stream.of(
                Arguments.of("title", draft("t".repeat(501), "github", "acme/api", null, null, null)),
                Arguments.of("title", draft("two\nlines", "github", "acme/api", null, null, null)),
                Arguments.of("title", draft(" ", "github", "acme/api", null, null, null)),
                Arguments.of("connector", draft("t", "c".repeat(65), "acme/api", null, null, null)),
                Arguments.of("connector", draft("t", "GitHub", "acme/api", null, null, null)),
                Arguments.of("connector", draft("t", "-hub", "acme/api", null, null, null)),
                Arguments.of("project", draft("t", "github", "p".repeat(513), null, null, null)),
                Arguments.of("url", draft("t", "github", "acme/api", "javascript:alert(1)", null, null)),
                Arguments.of("url", draft("t", "github", "acme/api", "https://" + "u".repeat(2041), null, null)),
                Arguments.of("tags", draft("t", "github", "acme/api", null, Collections.nCopies(51, "t"), null)),
                Arguments.of("tags[0].<list element>",
                        draft("t", "github", "acme/api", null, List.of("t".repeat(65)), null)),
                Arguments.of("correlationKeys",
                        draft("t", "github", "acme/api", null, null, Collections.nCopies(101, "k"))),
                Arguments.of("correlationKeys[0].<list element>",
                        draft("t", "github", "acme/api", null, null, List.of("k".repeat(513)))));
    }

    @ParameterizedTest
    @MethodSource("drafts")
    void refusesWhatExceedsALimit(String field, EventDraft draft) {
        assertThat(violations(draft)).containsExactly(field);
    }

    private static List<String> violations(EventDraft draft) {
        return VALIDATOR.validate(draft).stream().map(violation -> violation.getPropertyPath().toString()).distinct().toList();
    }

    private static EventDraft draft(String title, String connector, String project, String url, List<String> tags,
            List<String> correlationKeys) {
        return new EventDraft(title, connector, project, Instant.parse("2026-01-31T12:00:00Z"), null, null, null, null, null,
                null, null, url, null, tags, null, correlationKeys, null);
    }
}
