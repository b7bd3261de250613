package io.painchain.backend.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.assertj.core.api.SoftAssertions;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Goes through every operation of the API's document as B, with what is A's. */
final class IsolationCheck {

    static final String NO_ID = "018f0000-0000-7000-8000-000000000000";

    private final TenantWithEverything a;
    private final Supplier<RequestSpecification> asB;
    private final SoftAssertions faults = new SoftAssertions();

    IsolationCheck(TenantWithEverything a, Supplier<RequestSpecification> asB) {
        this.a = a;
        this.asB = asB;
    }

    static Stream<ApiOperation> closed() {
        return ApiOperation.all().stream().filter(operation -> !operation.isPublic());
    }

    /** @param refusals how what names an object may be answered */
    void noIdOpensOrChangesAnything(Integer... refusals) {
        var before = a.state();
        answered().forEach(operation -> {
            var id = a.ids.getOrDefault(operation.collection(), NO_ID);
            var answer = operation.call(asB.get(), id, "");
            faults.assertThat(answer.asString()).as("%s", operation).doesNotContain(a.word);
            faults.assertThat(answer.statusCode()).as("%s: %s", operation, answer.asString()).isLessThan(505);
            if (operation.namesAnObject()) {
                faults.assertThat(answer.statusCode()).as("%s of %s: %s", operation, id, answer.asString())
                        .isIn((Object[]) refusals);
            }
        });
        faults.assertAll();
        assertThat(a.state()).isEqualTo(before);
    }

    void noParameterOpensAnything() {
        var values = Map.of("integrationId", a.ids.get("integrations"), "q", a.word, "tag", a.word, "project", a.word,
                "team", a.ids.get("teams"), "key", "commit:" + a.word, "author", a.word);
        answered().forEach(operation -> values.forEach((name, value) -> {
            if (operation.queries().contains(name)) {
                var answer = operation.call(asB.get(), NO_ID, name + "=" + value);
                faults.assertThat(echoless(answer, value)).as("%s?%s", operation, name).doesNotContain(a.word);
                faults.assertThat(total(answer)).as("%s?%s counts", operation, name).isIn(null, 0);
            }
        }));
        faults.assertAll();
    }

    /** Neither a count, nor a page, nor a position tells B that A did something. */
    void noAnswerTellsOf(Runnable acts) {
        var ids = Map.copyOf(a.ids);
        var before = answers(ids);
        assertThat(before).hasSizeGreaterThan(30);
        acts.run();
        answers(ids).forEach((operation, answer) -> faults.assertThat(answer).as(operation).isEqualTo(before.get(operation)));
        faults.assertAll();
    }

    private Map<String, String> answers(Map<String, String> ids) {
        var answers = new TreeMap<String, String>();
        answered().filter(operation -> !operation.changes()).forEach(operation -> {
            var answer = operation.call(asB.get(), ids.getOrDefault(operation.collection(), NO_ID), "");
            answers.put(operation.id(), answer.statusCode() + " " + answer.header("Link") + " " + timeless(answer.asString()));
        });
        return answers;
    }

    private static Stream<ApiOperation> answered() {
        return closed().filter(operation -> !operation.isStream());
    }

    private static String timeless(String body) {
        return body.replaceAll("\"(lastUsedAt|requestId)\":[^,}]*", "").replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "T");
    }

    private static Object total(Response answer) {
        return answer.asString().startsWith("{\"") && answer.contentType().startsWith("application/json")
                ? answer.jsonPath().get("total")
                : null;
    }

    /** A problem may repeat what was asked for. */
    private static String echoless(Response answer, String value) {
        return answer.statusCode() == 200 ? answer.asString() : answer.asString().replace(value, "");
    }
}
