/**
 * Routes of users and organisations: who asks, their repositories, search, limits.
 */
package io.painchain.simulator.api.account;
