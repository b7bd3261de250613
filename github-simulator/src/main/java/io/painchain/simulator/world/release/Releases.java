package io.painchain.simulator.world.release;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.painchain.simulator.world.account.Account;
import io.painchain.simulator.world.change.By;
import io.painchain.simulator.world.change.ImpossibleChangeException;
import io.painchain.simulator.world.change.UnknownThingException;
import io.painchain.simulator.world.feed.FeedPayload;
import io.painchain.simulator.world.repository.Repository;

/** The releases of a repository. */
public final class Releases {

    private static final Comparator<Release> NEWEST_FIRST = Comparator.comparing(Release::createdAt)
            .thenComparing(Release::id).reversed();

    private final Repository repository;
    private final Map<Long, Release> releases = new LinkedHashMap<>(0);

    public Releases(Repository repository) {
        this.repository = repository;
    }

    /** By creation; publishing a draft does not move it. */
    public List<Release> newestFirst() {
        return releases.values().stream().sorted(NEWEST_FIRST).toList();
    }

    public Optional<Release> find(long id) {
        return Optional.ofNullable(releases.get(id));
    }

    public Release get(long id) {
        return find(id).orElseThrow(
                () -> new UnknownThingException("There is no release " + id + " in " + repository.fullName()));
    }

    public Release create(NewRelease draft, By by) {
        return repository.write(() -> {
            Instant moment = when(by);
            Release release = new Release(repository.world().ids().release(), draft.tag(), draft.target(),
                    draft.name(), draft.body(), draft.draft(), draft.prerelease(), actor(by), moment, moment,
                    draft.draft() ? null : moment, assets(draft, by));
            releases.put(release.id(), release);
            if (!release.draft()) {
                announce(release, by);
            }
            return release;
        });
    }

    public Release publish(long id, By by) {
        return repository.write(() -> {
            if (!get(id).draft()) {
                throw new ImpossibleChangeException("Release " + id + " is published");
            }
            Release release = get(id).published(when(by));
            releases.put(id, release);
            announce(release, by);
            return release;
        });
    }

    public Release edit(long id, String name, String body, By by) {
        return repository.write(() -> {
            Release release = get(id).edited(name, body, when(by));
            releases.put(id, release);
            return release;
        });
    }

    public void delete(long id) {
        repository.write(() -> {
            releases.remove(get(id).id());
        });
    }

    private List<ReleaseAsset> assets(NewRelease draft, By by) {
        return draft.assets().stream().map(name -> new ReleaseAsset(repository.world().ids().asset(), name,
                "application/octet-stream", 4_096L + name.length(), actor(by), when(by))).toList();
    }

    private void announce(Release release, By by) {
        if (!repository.git().tags().containsKey(release.tag())) {
            repository.git().createTag(release.tag(), release.target(), by);
        }
        repository.feed().add(actor(by), when(by), new FeedPayload.ReleasePublished(release));
    }

    private Account actor(By by) {
        return repository.world().account(by.login());
    }

    private Instant when(By by) {
        return repository.world().when(by);
    }
}
