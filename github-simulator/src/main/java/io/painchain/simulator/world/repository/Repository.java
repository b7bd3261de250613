package io.painchain.simulator.world.repository;

import java.time.Instant;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import io.painchain.simulator.world.World;
import io.painchain.simulator.world.account.Account;
import io.painchain.simulator.world.change.By;
import io.painchain.simulator.world.deployment.Deployments;
import io.painchain.simulator.world.feed.Feed;
import io.painchain.simulator.world.git.Activities;
import io.painchain.simulator.world.git.Git;
import io.painchain.simulator.world.hook.Hooks;
import io.painchain.simulator.world.issue.IssueEvents;
import io.painchain.simulator.world.issue.Issues;
import io.painchain.simulator.world.issue.Labels;
import io.painchain.simulator.world.pull.PullRequests;
import io.painchain.simulator.world.release.Releases;
import io.painchain.simulator.world.run.WorkflowRuns;

/**
 * One repository. Its content is read and changed under its own lock; every change raises its version, so that an
 * answer that was rendered at the same version is still right.
 */
public final class Repository {

    private final World world;
    private final long id;
    private final String language;
    private final boolean fork;
    private final Instant createdAt;
    private final Git git;
    private final Labels labels;
    private final Issues issues;
    private final IssueEvents issueEvents;
    private final PullRequests pulls;
    private final WorkflowRuns runs;
    private final Releases releases;
    private final Deployments deployments;
    private final Activities activities;
    private final Feed feed;
    private final Hooks hooks;
    private final NavigableMap<Instant, String> names = new ConcurrentSkipListMap<>();

    private volatile RepositorySettings settings;
    private volatile Account owner;
    private volatile String name;
    private volatile Instant updatedAt;
    private volatile Instant pushedAt;
    private volatile boolean deleted;
    private volatile boolean activityAvailable = true;
    private volatile long version;

    public Repository(World world, long id, Account owner, NewRepository draft) {
        this.world = world;
        this.hooks = new Hooks(world.clock(), () -> write(() -> version));
        this.id = id;
        this.owner = owner;
        this.name = RepositoryName.parse(draft.fullName()).repository();
        this.settings = RepositorySettings.of(draft);
        this.language = draft.language();
        this.fork = draft.fork();
        this.createdAt = world.when(new By(owner.login(), draft.createdAt()));
        this.names.put(Instant.MIN, fullName());
        this.updatedAt = createdAt;
        this.pushedAt = createdAt;
        this.labels = new Labels(this);
        this.feed = new Feed(this);
        this.activities = new Activities(this);
        this.issueEvents = new IssueEvents(this);
        this.issues = new Issues(this);
        this.pulls = new PullRequests(this);
        this.runs = new WorkflowRuns(this);
        this.releases = new Releases(this);
        this.deployments = new Deployments(this);
        this.git = new Git(this, new By(owner.login(), createdAt));
    }

    /** Reads under the lock: what the reader sees is one state. */
    public synchronized <T> T read(Supplier<T> reader) {
        return reader.get();
    }

    public synchronized <T> T write(Supplier<T> change) {
        T result = change.get();
        version++;
        return result;
    }

    public synchronized void write(Runnable change) {
        change.run();
        version++;
    }

    public Hooks hooks() {
        return hooks;
    }

    public World world() {
        return world;
    }

    public long id() {
        return id;
    }

    public Account owner() {
        return owner;
    }

    public String name() {
        return name;
    }

    public String fullName() {
        return owner.login() + "/" + name;
    }

    /** What it was called then. */
    public String nameAt(Instant moment) {
        return names.floorEntry(moment).getValue();
    }

    public String description() {
        return settings.description();
    }

    public boolean isPrivate() {
        return settings.isPrivate();
    }

    public RepositorySettings settings() {
        return settings;
    }

    public void edit(UnaryOperator<RepositorySettings> change) {
        write(() -> {
            RepositorySettings changed = change.apply(settings);
            git.head(changed.defaultBranch());
            settings = changed;
            updatedAt = latest(updatedAt, world.now());
        });
    }

    public String language() {
        return language;
    }

    public boolean isFork() {
        return fork;
    }

    public String defaultBranch() {
        return settings.defaultBranch();
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    public Instant pushedAt() {
        return pushedAt;
    }

    public boolean deleted() {
        return deleted;
    }

    public long version() {
        return version;
    }

    public Git git() {
        return git;
    }

    public Labels labels() {
        return labels;
    }

    public Issues issues() {
        return issues;
    }

    public IssueEvents issueEvents() {
        return issueEvents;
    }

    public PullRequests pulls() {
        return pulls;
    }

    public WorkflowRuns runs() {
        return runs;
    }

    public Releases releases() {
        return releases;
    }

    public Deployments deployments() {
        return deployments;
    }

    public Activities activities() {
        return activities;
    }

    public Feed feed() {
        return feed;
    }

    /** Older GitHub Enterprise servers have no activity list. */
    public boolean activityAvailable() {
        return activityAvailable;
    }

    public void activityAvailable(boolean available) {
        write(() -> activityAvailable = available);
    }

    public void pushed(Instant moment) {
        pushedAt = latest(pushedAt, moment);
        updatedAt = latest(updatedAt, moment);
    }

    public void move(Account newOwner, String newName) {
        write(() -> {
            owner = newOwner;
            name = newName;
            names.put(world.now(), fullName());
            updatedAt = latest(updatedAt, world.now());
        });
    }

    public void delete() {
        deleted = true;
    }

    public static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
