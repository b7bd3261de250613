/**
 * The PostgreSQL server that the backend starts itself where no database is configured. Knows no feature and not
 * Quarkus' datasource.
 */
package io.painchain.backend.postgres;
