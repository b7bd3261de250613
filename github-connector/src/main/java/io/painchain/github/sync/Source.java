package io.painchain.github.sync;

/** One kind of thing that a repository tells. */
interface Source {

    /** @throws io.painchain.connector.provider.ProviderException where it could not be read; nothing is lost then */
    Crawl read(RepositoryReader reader, RepositoryState state);

    /** What was read last is stored. */
    default void stored() {
        // most sources remember nothing of their own
    }
}
