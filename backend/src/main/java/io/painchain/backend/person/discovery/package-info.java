/**
 * Asks connectors each day who changes things where an integration looks, and keeps what they tell: accounts by their id at the
 * provider, their logins with the time since when, and who left.
 */
package io.painchain.backend.person.discovery;
