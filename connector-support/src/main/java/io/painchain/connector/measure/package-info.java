/** How well the connector does: how long reads take, how fresh the timeline is, how long the quota lasts. */
package io.painchain.connector.measure;
