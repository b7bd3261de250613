/** GitHub's GraphQL: many things in one query, where that saves requests. */
package io.painchain.github.api.graphql;
