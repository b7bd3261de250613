package io.painchain.simulator.world.number;

import java.util.concurrent.atomic.AtomicLong;

/** Number sequences of about GitHub's present size: several are beyond 32 bits. */
public final class Ids {

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

    public long account() {
        return account.incrementAndGet();
    }

    public long repository() {
        return repository.addAndGet(7);
    }

    public long thread() {
        return thread.addAndGet(13);
    }

    public long pull() {
        return pull.addAndGet(11);
    }

    public long issueEvent() {
        return issueEvent.addAndGet(17);
    }

    public long review() {
        return review.addAndGet(5);
    }

    public long comment() {
        return comment.addAndGet(3);
    }

    public long run() {
        return run.addAndGet(19);
    }

    public long job() {
        return job.addAndGet(23);
    }

    public long workflow() {
        return workflow.incrementAndGet();
    }

    public long release() {
        return release.incrementAndGet();
    }

    public long asset() {
        return asset.incrementAndGet();
    }

    public long deployment() {
        return deployment.addAndGet(3);
    }

    public long deploymentStatus() {
        return deploymentStatus.addAndGet(3);
    }

    public long label() {
        return label.incrementAndGet();
    }

    public long push() {
        return push.addAndGet(29);
    }

    public long activity() {
        return activity.addAndGet(31);
    }

    public long gitFeed() {
        return gitFeed.addAndGet(37);
    }

    public long otherFeed() {
        return otherFeed.addAndGet(41);
    }
}
