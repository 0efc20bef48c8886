declare module "strict-engine";
