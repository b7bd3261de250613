package io.painchain.simulator.api;

/** A source made for one request. */
record LiveSource(long stamp, Renderer renderer) implements Source {

    /** Makes the answer. */
    @FunctionalInterface
    interface Renderer {

        Answer render() throws ApiException;
    }

    @Override
    public Answer render() throws ApiException {
        return renderer.render();
    }
}
