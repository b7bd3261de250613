package io.painchain.model.task;

/** What a connector is asked for. */
public enum TaskKind {
    /** Whether a configuration works: {@code input} is a {@link TestInput}, {@code output} a {@link ConnectionTest}. */
    test,
    /** What could be watched: {@code input} is a {@link DiscoverInput}, {@code output} a {@link Discovery}. */
    discover,
    /** Read everything anew now, whatever the intervals say. {@code input} is empty. */
    sync,
    /** Read what happened before: {@code input} is a {@link BackfillInput}. */
    backfill,
    /**
     * Digest deliveries of one integration's webhooks: {@code input} is a {@link WebhookInput}, {@code output} a
     * {@link WebhookOutput}. Leased with {@code kind=webhook} only, never with others.
     */
    webhook,
    /** Pass a request on to the provider: {@code input} is a {@link ProxyRequest}, {@code output} a {@link ProxyAnswer}. */
    proxy,
    /**
     * Make, ping, compare or remove a webhook at the provider: {@code input} is a {@link HookInput}, {@code output} a
     * {@link HookOutput}.
     */
    hook,
    /**
     * Derive events of deliveries again without storing them: {@code input} is a {@link WebhookInput}, {@code output} a
     * {@link ReplayOutput}.
     */
    replay,
    /**
     * Connect by agreeing at the provider: {@code input} is a {@link io.painchain.model.connect.ConnectInput}, {@code output}
     * a {@link io.painchain.model.connect.ConnectOutput} with secrets, which is stored encrypted.
     */
    connect,
    /**
     * Who changes things there: {@code input} is a {@link PeopleInput}, {@code output} a {@link PeopleOutput}. Only types
     * whose configuration schema says {@code x-people} are asked.
     */
    people
}
