package io.painchain.simulator.gitlab.world.project;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import io.painchain.simulator.gitlab.world.base.Basis;
import io.painchain.simulator.gitlab.world.deployment.Deployments;
import io.painchain.simulator.gitlab.world.event.Feed;
import io.painchain.simulator.gitlab.world.flag.FeatureFlags;
import io.painchain.simulator.gitlab.world.git.Pushes;
import io.painchain.simulator.gitlab.world.git.Repository;
import io.painchain.simulator.gitlab.world.issue.Issues;
import io.painchain.simulator.gitlab.world.merge.MergeRequests;
import io.painchain.simulator.gitlab.world.pipeline.Pipelines;
import io.painchain.simulator.gitlab.world.release.Releases;

/** A project and its parts. */
public final class Project {

    private final long id;
    private final Instant createdAt;
    private final Feed feed;
    private final Repository repository;
    private final Pushes pushes;
    private final MergeRequests mergeRequests;
    private final Pipelines pipelines;
    private final Deployments deployments;
    private final Releases releases;
    private final Issues issues;
    private final FeatureFlags featureFlags;
    private final Set<Feature> off = EnumSet.noneOf(Feature.class);
    private final List<String> earlierPaths = new ArrayList<>();
    private String path;
    private String defaultBranch = "main";
    private boolean archived;

    public Project(Basis basis, long id, String path) {
        this.id = id;
        this.path = path;
        createdAt = basis.now();
        feed = new Feed(basis, createdAt);
        repository = new Repository(basis);
        pushes = new Pushes(basis, repository, feed);
        mergeRequests = new MergeRequests(basis, repository, pushes, feed, this::defaultBranch);
        pipelines = new Pipelines(basis, repository);
        deployments = new Deployments(basis, repository, mergeRequests);
        releases = new Releases(basis, repository, pushes);
        issues = new Issues(basis, feed);
        featureFlags = new FeatureFlags(basis);
    }

    public long id() {
        return id;
    }

    /** With its groups, such as {@code acme/shop/web}. */
    public String path() {
        return path;
    }

    /** The path that it began with; external ids keep it. */
    public String firstPath() {
        return earlierPaths.isEmpty() ? path : earlierPaths.get(0);
    }

    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    public String group() {
        return path.substring(0, path.lastIndexOf('/'));
    }

    public Instant createdAt() {
        return createdAt;
    }

    public String defaultBranch() {
        return defaultBranch;
    }

    public void defaultBranch(String name) {
        defaultBranch = name;
    }

    public boolean archived() {
        return archived;
    }

    public void archived(boolean value) {
        archived = value;
    }

    /** Moves it; its earlier path leads here as long as no other project takes it. */
    public void rename(String newPath) {
        earlierPaths.add(path);
        path = newPath;
    }

    public boolean wasAt(String earlier) {
        return earlierPaths.contains(earlier);
    }

    public void turn(Feature feature, boolean on) {
        if (on) {
            off.remove(feature);
        } else {
            off.add(feature);
        }
    }

    public boolean has(Feature feature) {
        return !off.contains(feature);
    }

    public Feed feed() {
        return feed;
    }

    public Repository repository() {
        return repository;
    }

    public Pushes pushes() {
        return pushes;
    }

    public MergeRequests mergeRequests() {
        return mergeRequests;
    }

    public Pipelines pipelines() {
        return pipelines;
    }

    public Deployments deployments() {
        return deployments;
    }

    public Releases releases() {
        return releases;
    }

    public Issues issues() {
        return issues;
    }

    public FeatureFlags featureFlags() {
        return featureFlags;
    }
}
