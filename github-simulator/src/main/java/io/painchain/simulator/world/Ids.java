package io.painchain.simulator.world;

import java.util.concurrent.atomic.AtomicLong;

/** Number sequences of about GitHub's present size: several are beyond 32 bits. */
final class Ids {

    private final AtomicLong account = new AtomicLong(48_000_000);
    private final AtomicLong repository = new AtomicLong(912_000_000);
    private final AtomicLong thread = new AtomicLong(3_857_000_000L);
    private final AtomicLong pull = new AtomicLong(3_208_000_000L);
    private final AtomicLong issueEvent = new AtomicLong(21_400_000_000L);
    private final AtomicLong review = new AtomicLong(3_708_000_000L);
    private final AtomicLong comment = new AtomicLong(3_803_000_000L);
    private final AtomicLong run = new AtomicLong(19_100_000_000L);
    private final AtomicLong job = new AtomicLong(54_600_000_000L);
    private final AtomicLong workflow = new AtomicLong(71_000_000);
    private final AtomicLong release = new AtomicLong(279_900_000);
    private final AtomicLong asset = new AtomicLong(310_200_000);
    private final AtomicLong deployment = new AtomicLong(3_900_000_000L);
    private final AtomicLong deploymentStatus = new AtomicLong(6_100_000_000L);
    private final AtomicLong label = new AtomicLong(8_900_000_000L);
    private final AtomicLong push = new AtomicLong(33_800_000_000L);
    private final AtomicLong activity = new AtomicLong(24_500_000_000L);
    /** Events come from two sequences, so that their ids are in no common order. */
    private final AtomicLong gitFeed = new AtomicLong(11_509_000_000L);
    private final AtomicLong otherFeed = new AtomicLong(8_351_000_000L);

    long account() {
        return account.incrementAndGet();
    }

    long repository() {
        return repository.addAndGet(7);
    }

    long thread() {
        return thread.addAndGet(13);
    }

    long pull() {
        return pull.addAndGet(11);
    }

    long issueEvent() {
        return issueEvent.addAndGet(17);
    }

    long review() {
        return review.addAndGet(5);
    }

    long comment() {
        return comment.addAndGet(3);
    }

    long run() {
        return run.addAndGet(19);
    }

    long job() {
        return job.addAndGet(23);
    }

    long workflow() {
        return workflow.incrementAndGet();
    }

    long release() {
        return release.incrementAndGet();
    }

    long asset() {
        return asset.incrementAndGet();
    }

    long deployment() {
        return deployment.addAndGet(3);
    }

    long deploymentStatus() {
        return deploymentStatus.addAndGet(3);
    }

    long label() {
        return label.incrementAndGet();
    }

    long push() {
        return push.addAndGet(29);
    }

    long activity() {
        return activity.addAndGet(31);
    }

    long gitFeed() {
        return gitFeed.addAndGet(37);
    }

    long otherFeed() {
        return otherFeed.addAndGet(41);
    }
}
