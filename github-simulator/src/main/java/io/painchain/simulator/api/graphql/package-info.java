/**
 * The GraphQL endpoint as a target of the API: its address, quota and permissions.
 */
package io.painchain.simulator.api.graphql;
