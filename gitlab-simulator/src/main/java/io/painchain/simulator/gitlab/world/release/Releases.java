package io.painchain.simulator.gitlab.world.release;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.painchain.simulator.gitlab.world.base.Basis;
import io.painchain.simulator.gitlab.world.git.Pushes;
import io.painchain.simulator.gitlab.world.git.Repository;
import io.painchain.simulator.world.change.By;
import io.painchain.simulator.world.change.ImpossibleChangeException;
import io.painchain.simulator.world.change.UnknownThingException;

/** The releases of a project. */
public final class Releases {

    private final Basis basis;
    private final Repository repository;
    private final Pushes pushes;
    private final Map<String, Release> all = new LinkedHashMap<>();

    public Releases(Basis basis, Repository repository, Pushes pushes) {
        this.basis = basis;
        this.repository = repository;
        this.pushes = pushes;
    }

    public List<Release> all() {
        return List.copyOf(all.values());
    }

    public Release get(String tag) {
        if (!all.containsKey(tag)) {
            throw new UnknownThingException("There is no release " + tag);
        }
        return all.get(tag);
    }

    /** Makes the tag, too, where there is none. A time of release may lie ahead; null is now. */
    public Release create(String tag, String ref, String name, Instant releasedAt, By by) {
        if (all.containsKey(tag)) {
            throw new ImpossibleChangeException("There is already a release " + tag);
        }
        if (repository.find(tag) == null) {
            pushes.tag(tag, ref, null, by);
        }
        Instant at = basis.at(by);
        Release release = new Release(tag, name, "What is new in " + tag, repository.get(tag).sha(), basis.user(by), at,
                releasedAt == null ? at : releasedAt);
        all.put(tag, release);
        return release;
    }

    /** No time tells of it. */
    public Release rename(String tag, String name) {
        Release old = get(tag);
        Release renamed = new Release(tag, name, old.description(), old.sha(), old.author(), old.createdAt(),
                old.releasedAt());
        all.put(tag, renamed);
        return renamed;
    }

    public void delete(String tag) {
        all.remove(get(tag).tag());
    }
}
