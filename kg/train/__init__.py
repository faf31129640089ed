"""The recipe that makes the weights of ``kg.encoder``; needs the extra ``train``."""
