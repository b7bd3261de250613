package io.painchain.simulator.world;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

import io.painchain.simulator.world.account.Account;
import io.painchain.simulator.world.account.Membership;
import io.painchain.simulator.world.change.By;
import io.painchain.simulator.world.change.ImpossibleChangeException;
import io.painchain.simulator.world.change.UnknownThingException;
import io.painchain.simulator.world.feed.FeedPolicy;
import io.painchain.simulator.world.hook.Hooks;
import io.painchain.simulator.world.number.Ids;
import io.painchain.simulator.world.repository.NewRepository;
import io.painchain.simulator.world.repository.Repository;
import io.painchain.simulator.world.repository.RepositoryName;

/**
 * Everything that exists: accounts and repositories. Thread-safe; a repository's own content is guarded by that
 * repository ({@link Repository#read} and {@link Repository#write}).
 */
public final class World {

    private final Clock clock;
    private final Ids ids = new Ids();
    private final Map<String, Account> accounts = new ConcurrentHashMap<>();
    private final Map<Long, Repository> byId = new ConcurrentSkipListMap<>();
    private final Map<String, Repository> byName = new ConcurrentHashMap<>();
    private final Map<String, Repository> byFormerName = new ConcurrentHashMap<>();
    private final AtomicLong version = new AtomicLong();
    private final FeedPolicy feedPolicy;
    private final Map<String, Hooks> organizationHooks = new ConcurrentHashMap<>();
    private final Map<String, Membership> memberships = new ConcurrentHashMap<>();

    public World(Clock clock, long seed) {
        this.clock = Objects.requireNonNull(clock, "clock");
        this.feedPolicy = new FeedPolicy(seed);
    }

    public Clock clock() {
        return clock;
    }

    /** How events reach the feeds: late, out of order, not at all. */
    public FeedPolicy feedPolicy() {
        return feedPolicy;
    }

    public Hooks hooks(String organization) {
        return organizationHooks.computeIfAbsent(key(organization), absent -> new Hooks(clock, version::incrementAndGet));
    }

    /** Grows whenever accounts or names change, which show in the answers of every repository. */
    public long version() {
        return version.get();
    }

    public Account account(String login) {
        Account.Kind kind = login.endsWith("[bot]") ? Account.Kind.BOT : Account.Kind.USER;
        return accounts.computeIfAbsent(key(login), absent -> new Account(ids.account(), login, kind));
    }

    public Account organization(String login) {
        return accounts.computeIfAbsent(key(login),
                absent -> new Account(ids.account(), login, Account.Kind.ORGANIZATION));
    }

    /** {@code null} where nobody is called so. */
    public Account findAccount(String login) {
        return accounts.get(key(login));
    }

    public Membership membership(String organization) {
        return memberships.computeIfAbsent(key(organization), absent -> new Membership(() -> accounts.values().stream()
                .filter(account -> account.kind() == Account.Kind.USER).map(Account::login).sorted().toList()));
    }

    /** Deletes a user; what they did stays and shows no author. */
    public void deleteAccount(String login) {
        Account account = accounts.remove(key(login));
        if (account == null) {
            throw new UnknownThingException("There is no account " + login);
        }
        account.delete();
        version.incrementAndGet();
    }

    public Repository createRepository(String fullName) {
        return createRepository(new NewRepository(fullName));
    }

    public Repository createRepository(NewRepository draft) {
        RepositoryName name = RepositoryName.parse(draft.fullName());
        Account owner = draft.ownedByUser() ? account(name.owner()) : organization(name.owner());
        Repository repository = new Repository(this, ids.repository(), owner, draft);
        if (byName.putIfAbsent(key(draft.fullName()), repository) != null) {
            throw new ImpossibleChangeException(draft.fullName() + " exists already");
        }
        byFormerName.remove(key(draft.fullName()));
        byId.put(repository.id(), repository);
        version.incrementAndGet();
        return repository;
    }

    /** The fork of that name, made where there is none. */
    public Repository fork(String fullName) {
        return find(fullName)
                .orElseGet(() -> createRepository(new NewRepository(fullName).ofUser().open().asFork()));
    }

    public void deleteRepository(Repository repository) {
        byName.remove(key(repository.fullName()));
        byFormerName.values().removeIf(former -> former == repository);
        byId.remove(repository.id());
        repository.delete();
        version.incrementAndGet();
    }

    /** Gives the repository another name, owner or both; the old name leads to it from now on. */
    public void move(Repository repository, String newFullName) {
        RepositoryName name = RepositoryName.parse(newFullName);
        if (byName.putIfAbsent(key(newFullName), repository) != null) {
            throw new ImpossibleChangeException(newFullName + " exists already");
        }
        String oldFullName = repository.fullName();
        repository.move(organization(name.owner()), name.repository());
        byName.remove(key(oldFullName));
        byFormerName.put(key(oldFullName), repository);
        byFormerName.remove(key(newFullName));
        version.incrementAndGet();
    }

    public Repository repository(String fullName) {
        return find(fullName).orElseThrow(() -> new UnknownThingException("There is no repository " + fullName));
    }

    public Optional<Repository> find(String fullName) {
        return Optional.ofNullable(byName.get(key(fullName)));
    }

    /** The repository that had this name once and has another one now. */
    public Optional<Repository> moved(String formerFullName) {
        return Optional.ofNullable(byFormerName.get(key(formerFullName)));
    }

    public Optional<Repository> find(long id) {
        return Optional.ofNullable(byId.get(id));
    }

    public Collection<Repository> repositories() {
        return new ArrayList<>(byId.values());
    }

    public List<String> logins() {
        return accounts.values().stream().map(Account::login).sorted().toList();
    }

    /** When something happens: as told, else now; GitHub's times have no fractions. */
    public Instant when(By by) {
        return moment(by.at() == null ? clock.instant() : by.at());
    }

    public Instant now() {
        return moment(clock.instant());
    }

    public Ids ids() {
        return ids;
    }

    private static Instant moment(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS);
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
