package io.painchain.backend.deployment.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;

import jakarta.inject.Inject;

import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

import io.painchain.backend.Api;
import io.painchain.backend.database.Statements;
import io.painchain.backend.deployment.DeploymentFollowing;
import io.quarkus.test.junit.QuarkusTest;

/**
 * Figures of a year stay quick however many events there are, one of 80 of them a deployment of one of 50 services.
 * <p>
 * With five million: {@code -Dtest=DeliverySpeedTest -Ddelivery.events=5000000 -Dtest.method.longest=90m}.
 */
@QuarkusTest
class DeliverySpeedTest {

    private static final Logger LOG = Logger.getLogger(DeliverySpeedTest.class);
    private static final int EVENTS = Integer.getInteger("delivery.events", 8_000);
    private static final int SERVICES = 50;
    private static final int CHUNK = 4_000;
    private static final int TIMES = 100;
    private static final double LIMIT_MILLIS = 500;

    private final String tenant = Api.newTenant();
    @Inject
    Statements statements;
    @Inject
    DeploymentFollowing following;

    @Test
    void answersWithinHalfASecond() {
        // Given
        Api.asConnector().body(HistoryEvents.METADATA).put("/api/connectors/" + HistoryEvents.TYPE).then().statusCode(204);
        for (int from = 0; from < EVENTS; from += CHUNK) {
            fill(from, Math.min(EVENTS, from + CHUNK));
        }
        long begin = System.nanoTime();
        following.catchUp(tenant);
        LOG.infof("%d events followed in %d s", EVENTS, (System.nanoTime() - begin) / 1_000_000_000);

        // When
        var millis = LongStream.range(0, TIMES).mapToDouble(this::millis).sorted().toArray();

        // Then
        LOG.infof("figures of a year at %d events: p50 %.0f ms, p95 %.0f ms, max %.0f ms", EVENTS, millis[TIMES / 2],
                millis[TIMES * 95 / 100], millis[TIMES - 1]);
        assertThat(millis[TIMES * 95 / 100]).isLessThan(LIMIT_MILLIS);
    }

    private double millis(long number) {
        long begin = System.nanoTime();
        var total = Api.as(tenant).get("/api/metrics/delivery?from=2025-01-01&to=2026-01-01&service=s" + number % SERVICES)
                .then().statusCode(200).extract().jsonPath();
        double millis = (System.nanoTime() - begin) / 1e6;
        assertThat(total.getInt("total.deployments.n")).isPositive().isLessThanOrEqualTo(1 + EVENTS / 80 / SERVICES);
        return millis;
    }

    private void fill(int from, int to) {
        statements.update(
                """
                        insert into event (tenant_id, id, scope, external_id, connector, project, type, title, "timestamp", as_of, status,
                            entity, correlation_keys, data, revision, received_at, updated_at)
                        select ?, gen_random_uuid(), 'connector:forge', 'e' || n, 'forge', 'acme/p' || n % 200,
                            case when n % 80 = 0 then 'landing' else 'noise' end, 'Event ' || n, t.at, t.at,
                            case when n % 80 = 0 then 'ashore' else 'noted' end, 'thing:' || n, array['commit:acme/p@' || n],
                            case when n % 80 = 0 then jsonb_build_object('landing', n, 'coast', 'production', 'cargo',
                                's' || d.number % cast(? as int), 'hull', 'v' || d.number, 'inhabited', true, 'left',
                                'v' || d.number - cast(? as int), 'number', 10, 'thrownAway', jsonb_build_array(), 'strokes', (
                                    select jsonb_agg(jsonb_build_object('sha', 'c' || n || '.' || c, 'authored_at',
                                        to_char(t.at - c * interval '90 minutes', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')))
                                    from generate_series(1, 10) c)) end,
                            1, t.at, t.at
                        from generate_series(cast(? as int), cast(? as int)) n
                        cross join lateral (select timestamptz '2025-01-02 00:00:00Z' + n * (interval '360 days' / cast(? as int))
                            as at) t
                        cross join lateral (select n / 80 as number) d""",
                List.of(tenant, SERVICES, SERVICES, from, to - 1, EVENTS));
    }
}
