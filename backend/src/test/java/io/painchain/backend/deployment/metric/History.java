package io.painchain.backend.deployment.metric;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * A repository's life made up from a seed: work is squashed, rebased and merged, pushed past review, taken back and brought
 * back;
 * two services of one repository are deployed whole, in parts and again, rolled back, and repaired from a branch.
 */
final class History {

    static final String PROJECT = "acme/shop";
    static final Instant START = Instant.parse("2026-01-05T06:00:00Z");

    /** @param authored {@code null}: nobody tells */
    record Made(String sha, Instant authored, List<String> parents, boolean merge, List<String> reverts) {
    }

    record Review(int number, String version, Instant firstCommit, Instant opened, Instant reviewed, Instant merged,
            boolean hotfix, List<String> reverts, List<String> own) {

        String entity() {
            return "change:" + PROJECT + "#" + number;
        }
    }

    /** @param hidden nobody saw it */
    record Moved(String base, String head, Instant at, boolean hidden) {
    }

    /**
     * @param told whether it says what it shipped; {@code unlisted} commits more than it lists
     * @param failed places of legs that fail
     * @param repaired whether a leg that failed is run again
     */
    record Deployed(int number, String environment, String service, String sha, Instant began, Instant done, boolean told,
            int unlisted, int legs, Set<Integer> failed, boolean repaired, boolean production) {

        boolean isDone() {
            return failed.isEmpty() || repaired;
        }

        boolean isPartial() {
            return !isDone() && failed.size() < legs;
        }
    }

    final Map<String, Made> commits = new HashMap<>();
    final List<Review> reviews = new ArrayList<>();
    final List<Moved> moves = new ArrayList<>();
    final List<Deployed> deployments = new ArrayList<>();
    private final Random random;
    private final Map<String, String> live = new HashMap<>();
    private Instant now = START;
    private String main;

    History(long seed, int steps) {
        this.random = new Random(seed);
        this.main = commit(now, List.of(), false, List.of());
        for (int i = 0; i < steps; i++) {
            now = now.plusSeconds(60 + random.nextInt(5 * 3600));
            step();
        }
    }

    private void step() {
        switch (random.nextInt(10)) {
            case 0, 1 -> review("squash");
            case 2 -> review("rebase");
            case 3 -> review("merge");
            case 4 -> direct();
            default -> deploy();
        }
    }

    private void review(String how) {
        int count = 1 + random.nextInt(4);
        var opened = now.minusSeconds(600 + random.nextInt(100_000));
        var own = new ArrayList<String>();
        var last = main;
        for (int i = 0; i < count; i++) {
            last = commit(opened.minusSeconds(7_000L - i * 1_000L - random.nextInt(900)), List.of(last), false, List.of());
            own.add(last);
        }
        var reverts = revertedReview();
        var before = main;
        switch (how) {
            case "squash" -> main = commit(now, List.of(main), false, List.of());
            case "rebase" -> own.forEach(sha -> main = commit(commits.get(sha).authored(), List.of(main), false, List.of()));
            default -> main = commit(now, List.of(main, last), true, List.of());
        }
        moves.add(new Moved(before, main, now, random.nextInt(12) == 0));
        reviews.add(new Review(reviews.size() + 1, main, commits.get(own.get(0)).authored(), opened,
                random.nextInt(5) == 0 ? null : opened.plusSeconds(300), now, random.nextInt(12) == 0, reverts, own));
    }

    private List<String> revertedReview() {
        if (reviews.isEmpty() || random.nextInt(6) > 0) {
            return List.of();
        }
        return List.of(reviews.get(Math.max(0, reviews.size() - 1 - random.nextInt(3))).entity());
    }

    private void direct() {
        var before = main;
        int count = 1 + random.nextInt(2);
        for (int i = 0; i < count; i++) {
            boolean isDated = random.nextInt(6) > 0;
            var reverts = random.nextInt(6) > 0 ? List.<String> of() : List.of("commit:" + PROJECT + "@" + before);
            main = commit(isDated ? now.minusSeconds(60 + random.nextInt(90_000)) : null, List.of(main), false, reverts);
        }
        moves.add(new Moved(before, main, now, random.nextInt(15) == 0));
    }

    private void deploy() {
        boolean isProduction = random.nextInt(5) > 0;
        var environment = isProduction ? "production" : "staging";
        var service = random.nextBoolean() ? "cart" : "checkout";
        var slot = environment + "/" + service;
        int legs = random.nextInt(4) == 0 ? 2 + random.nextInt(2) : 1;
        var failed = new LinkedHashSet<Integer>();
        boolean isRepaired = false;
        if (random.nextInt(8) == 0) {
            failed.add(random.nextInt(legs));
            isRepaired = random.nextBoolean();
        }
        var began = now;
        now = now.plusSeconds(120 + random.nextInt(1_200));
        var deployed = new Deployed(deployments.size() + 1, environment, service, version(live.get(slot)), began, now,
                random.nextInt(3) > 0, random.nextInt(25) == 0 ? 7 : 0, legs, failed, isRepaired, isProduction);
        deployments.add(deployed);
        if (deployed.isDone()) {
            live.put(slot, deployed.sha());
        }
        now = now.plus(Duration.ofHours(1));
    }

    private String version(String running) {
        int choice = random.nextInt(10);
        if (running != null && choice == 0) {
            return running;
        }
        if (!moves.isEmpty() && choice <= 2) {
            return moves.get(Math.max(0, moves.size() - 1 - random.nextInt(6))).base();
        }
        if (running != null && choice == 3) {
            return commit(now.minusSeconds(900), List.of(running), false, List.of());
        }
        return main;
    }

    private String commit(Instant authored, List<String> parents, boolean merge, List<String> reverts) {
        var sha = "%010x%030x".formatted(random.nextInt() & 0xffffffffL, commits.size() + 1);
        commits.put(sha, new Made(sha, authored, parents, merge, reverts));
        return sha;
    }

    /** What the one has and the other has not, in no order. */
    Set<String> between(String base, String head) {
        var found = reachable(head);
        found.removeAll(reachable(base));
        return found;
    }

    private Set<String> reachable(String from) {
        var found = new HashSet<String>();
        var waiting = new ArrayList<>(List.of(from));
        while (!waiting.isEmpty()) {
            var sha = waiting.remove(waiting.size() - 1);
            if (found.add(sha)) {
                waiting.addAll(commits.get(sha).parents());
            }
        }
        return found;
    }
}
