/**
 * GitHub's GraphQL API over the world: a schema, how its fields are read, what a query costs and what it may not ask.
 */
package io.painchain.simulator.graphql;
