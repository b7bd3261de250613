/**
 * What a connector tells of its type: names, colour, logo, configuration schema, event types with their fields
 * and what they mean.
 */
package io.painchain.model.connector;
