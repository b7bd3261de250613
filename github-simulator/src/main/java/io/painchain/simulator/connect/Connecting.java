package io.painchain.simulator.connect;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import io.painchain.simulator.api.auth.App;
import io.painchain.simulator.api.auth.Apps;
import io.painchain.simulator.api.auth.Tokens;
import io.painchain.simulator.http.HttpRequest;
import io.painchain.simulator.http.HttpResponse;
import io.painchain.simulator.world.World;

/** Programs that people connect, and who does so. */
public final class Connecting {

    private final Apps apps;
    private final World world;
    private final Grants grants;
    private final Manifests manifests;
    private final ConnectPages pages;
    private final ConnectApi api;
    private final AtomicLong ids = new AtomicLong(9_000);
    private final Map<String, Client> clients = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> memberships = new ConcurrentHashMap<>();
    private final Set<String> ordinary = ConcurrentHashMap.newKeySet();
    private volatile String signedIn = "octo-admin";

    public Connecting(Clock clock, World world, Tokens tokens, Apps apps) {
        this.apps = apps;
        this.world = world;
        this.grants = new Grants(clock, tokens);
        this.manifests = new Manifests(apps);
        this.pages = new ConnectPages(this);
        this.api = new ConnectApi(this);
    }

    /** Nothing where another part answers. */
    public Optional<HttpResponse> find(HttpRequest request) {
        return pages.find(request).or(() -> api.find(request));
    }

    public void register(Client client) {
        clients.put(client.id(), client);
    }

    /** Whoever looks at pages from now on. */
    public void signIn(String login) {
        signedIn = login;
    }

    /** The accounts whose installations a user sees; all, where it was never said. */
    public void belongs(String login, String... accounts) {
        memberships.put(login, Set.of(accounts));
    }

    /** Who is no owner of an organization; all are, where it was never said. */
    public void isOrdinary(String login) {
        ordinary.add(login);
    }

    boolean owns(String login, String account) {
        return sees(login, account) && !ordinary.contains(login);
    }

    String signedIn() {
        return signedIn;
    }

    boolean sees(String login, String account) {
        Set<String> accounts = memberships.get(login);
        return accounts == null || accounts.contains(account);
    }

    Optional<Client> client(String id) {
        return Optional.ofNullable(clients.get(id));
    }

    Optional<App> app(String slug) {
        return apps.all().stream().filter(app -> app.slug().equals(slug)).findFirst();
    }

    long nextId() {
        return ids.incrementAndGet();
    }

    Apps apps() {
        return apps;
    }

    World world() {
        return world;
    }

    Grants grants() {
        return grants;
    }

    Manifests manifests() {
        return manifests;
    }
}
