package io.painchain.backend;

import io.painchain.backend.postgres.PostgresResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;

/** Gives every {@code @QuarkusTest} of this module the one database; a test needs no annotation of its own for it. */
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
final class TestDatabase {
}
