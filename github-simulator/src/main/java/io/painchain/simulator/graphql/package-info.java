/**
 * GitHub's GraphQL API over the world: puts the schema together and runs a query.
 */
package io.painchain.simulator.graphql;
