/**
 * Pages and orders of lists.
 */
package io.painchain.simulator.graphql.connection;
