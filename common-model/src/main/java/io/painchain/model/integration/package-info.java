/**
 * What a connector reads of an integration and reports back: its state, its quota, and what it has covered.
 */
package io.painchain.model.integration;
