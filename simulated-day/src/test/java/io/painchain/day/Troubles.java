package io.painchain.day;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

import io.painchain.simulator.GitHubSimulator;
import io.painchain.simulator.SimulatorConfig;
import io.painchain.simulator.fault.Fault;
import io.painchain.simulator.fault.Faults;
import io.painchain.simulator.limit.RateResource;

/**
 * What goes wrong between connector, GitHub and backend, each at its time of the day: hours of 24 that are nearer together
 * where
 * the day is shorter. The two outages last two hours all the same, for which half a day has room.
 */
final class Troubles {

    private static final String ALL = "/**";
    private static final String REPOSITORIES = "/**repos/**";
    private static final String GRAPHQL = "/**graphql";
    private static final Duration OUTAGE = Duration.ofHours(2);
    private static final int QUOTA = 5_000;
    /** A tenth of the quota, which the connector leaves to others, and a little. */
    private static final int ALMOST_NOTHING = 520;

    private final GitHubSimulator gitHub;
    private final WithheldDetails withheld;
    private final Instant start;
    private final Duration length;
    private final Map<Instant, Runnable> due = new TreeMap<>();

    Troubles(GitHubSimulator gitHub, WithheldDetails withheld, Instant start, Duration length) {
        this.gitHub = gitHub;
        this.withheld = withheld;
        this.start = start;
        this.length = length;
        at(gitHubGone(), this::gitHubIsDown);
        at(gitHubGone().plus(OUTAGE.dividedBy(2)), this::gitHubIsSilent);
        at(gitHubBack(), this::clear);
        at(hour(9), () -> gitHub.limits().leave(SimulatorConfig.TOKEN, QUOTA, ALMOST_NOTHING, soon(40)));
        at(hour(11), () -> gitHub.limits().leave(SimulatorConfig.TOKEN, RateResource.GRAPHQL, QUOTA, 0, soon(30)));
        at(backendGone(), () -> BackendLine.down(true));
        at(backendBack(), () -> BackendLine.down(false));
        at(hour(20), () -> gitHub.faults().on(ALL, 40, 1, Fault.status(403).with("Retry-After", "120")));
        for (double hour = 0.5; hour < 24; hour += 1) {
            at(hour(hour), this::brokenAnswers);
        }
    }

    Instant gitHubGone() {
        return hour(4);
    }

    Instant gitHubBack() {
        return gitHubGone().plus(OUTAGE);
    }

    /** A good moment for the connector to be killed and started anew. */
    Instant noon() {
        return hour(12);
    }

    Instant backendGone() {
        return hour(13);
    }

    Instant backendBack() {
        return backendGone().plus(OUTAGE);
    }

    /** Lets begin and end what is due by now. */
    void advanceTo(Instant now) {
        due.entrySet().removeIf(trouble -> {
            boolean begins = !trouble.getKey().isAfter(now);
            if (begins) {
                trouble.getValue().run();
            }
            return begins;
        });
    }

    /** What is withheld for good stays so. */
    private void clear() {
        gitHub.faults().clear();
        withheld.begin();
    }

    private void gitHubIsDown() {
        clear();
        gitHub.faults().on(ALL, Faults.UNTIL_CLEARED, Fault.status(503));
    }

    private void gitHubIsSilent() {
        clear();
        gitHub.faults().on(ALL, Faults.UNTIL_CLEARED, Fault.silence());
    }

    private void brokenAnswers() {
        if (gitHub.faults().waiting().size() > withheld.faults()) {
            return;
        }
        gitHub.faults().on(GRAPHQL, 3, 1, Fault.partial(1));
        gitHub.faults().on(REPOSITORIES, 10, 2, Fault.status(502));
        gitHub.faults().on(REPOSITORIES, 30, 2, Fault.cut(60));
        gitHub.faults().on(REPOSITORIES, 50, 2, Fault.malformed());
        gitHub.faults().on(REPOSITORIES, 70, 1, Fault.reset(0));
    }

    private Instant soon(int minutes) {
        return OneClock.CLOCK.instant().plus(Duration.ofMinutes(minutes));
    }

    private Instant hour(double hour) {
        return start.plusSeconds(60 * Math.round(length.toMinutes() * hour / 24));
    }

    private void at(Instant moment, Runnable trouble) {
        Runnable before = due.get(moment);
        due.put(moment, before == null ? trouble : () -> {
            before.run();
            trouble.run();
        });
    }
}
