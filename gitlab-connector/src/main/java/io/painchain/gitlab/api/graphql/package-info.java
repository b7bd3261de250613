/** GitLab's GraphQL: many things in one query, where that saves requests. */
package io.painchain.gitlab.api.graphql;
